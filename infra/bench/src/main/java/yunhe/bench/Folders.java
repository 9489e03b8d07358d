package yunhe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Tree;

/** Zips, unpacked as the service does. */
record Folders(Path root, Path work) {

    Path of(Resource function) throws IOException {
        var zip = root.resolve(Tree.text(function.properties(), "CodeUri", function.where()));
        var folder = work.resolve(zip.getFileName().toString().replace(".zip", ""));
        if (!Files.exists(folder)) {
            unzip(zip, folder);
        }
        return folder;
    }

    /** A handler of the benchmark, with the libraries of a function and others. */
    Path of(String name, Class<?> handler, Resource libraries, List<Path> others) throws IOException {
        var folder = work.resolve(name.replace(' ', '-'));
        var file = handler.getName().replace('.', '/') + ".class";
        Files.createDirectories(folder.resolve(file).getParent());
        try (var content = handler.getClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("no class " + file);
            }
            Files.copy(content, folder.resolve(file));
        }
        var lib = Files.createDirectories(folder.resolve("lib"));
        try (var jars = Files.list(of(libraries).resolve("lib"))) {
            for (var jar : Stream.concat(jars, others.stream()).toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        return folder;
    }

    static void unzip(Path zip, Path folder) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().filter(it -> !it.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("entry outside the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }
}
