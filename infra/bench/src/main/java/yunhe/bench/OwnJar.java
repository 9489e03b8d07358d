package yunhe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The classes that lie loose in a function's folder, as a jar beside them. */
final class OwnJar {

    private static final String NAME = "function.jar";

    private OwnJar() {}

    /** Its path. */
    static String of(Path folder) throws IOException {
        var jar = folder.resolve(NAME);
        if (!Files.exists(jar)) {
            var classes = classes(folder);
            try (var entries = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var file : classes) {
                    entries.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                    Files.copy(file, entries);
                }
            }
        }
        return jar.toString();
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
