package yunhe.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Small named texts: on disk, or in memory when no folder was given. */
public final class DataFolder {
    private final Optional<Path> folder;
    private final Map<String, String> memory = new ConcurrentHashMap<>();

    private DataFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    public static DataFolder of(Optional<Path> folder) {
        folder.ifPresent(DataFolder::create);
        return new DataFolder(folder);
    }

    /** A folder in this folder, for what keeps its own files. */
    public Optional<Path> folder(String name) {
        Optional<Path> inner = folder.map(path -> path.resolve(name));
        inner.ifPresent(DataFolder::create);
        return inner;
    }

    public Optional<String> read(String name) {
        if (folder.isEmpty()) {
            return Optional.ofNullable(memory.get(name));
        }
        try {
            return Optional.of(Files.readString(folder.get().resolve(name)));
        } catch (NoSuchFileException neverWritten) {
            return Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + name, cause);
        }
    }

    /** Replaces the text as a whole: a process that is killed leaves the old one or the new one. */
    public void write(String name, String text) {
        if (folder.isEmpty()) {
            memory.put(name, text);
            return;
        }
        replace(folder.get().resolve(name), text);
    }

    private static synchronized void replace(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException("write " + file, cause);
        }
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException cause) {
            throw new UncheckedIOException("create " + path, cause);
        }
    }
}
