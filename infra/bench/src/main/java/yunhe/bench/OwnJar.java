package yunhe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** What lies loose in a function's folder, classes and what they read, as a jar beside it. */
final class OwnJar {

    private static final String NAME = "function.jar";

    private OwnJar() {}

    /** Its path. */
    static String of(Path folder) throws IOException {
        var jar = folder.resolve(NAME);
        if (!Files.exists(jar)) {
            var loose = loose(folder);
            try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var file : loose) {
                    entries.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                    Files.copy(file, entries);
                }
            }
        }
        return jar.toString();
    }

    private static List<Path> loose(Path folder) throws IOException {
        var libraries = folder.resolve("lib");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.startsWith(libraries))
                    .sorted()
                    .toList();
        }
    }
}
