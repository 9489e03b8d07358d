import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Formats every Java file of the project, or says which are not formatted. Started from the source by the JDK that the
 * code is written for: a formatter parses with the compiler of the JVM that it runs in, and Maven may run on an older
 * one.
 */
public final class Format {

    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".idea", ".local", ".aws-sam");

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]);
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(true)
                .build());
        AtomicInteger different = new AtomicInteger();
        filesUnder(root).parallelStream().forEach(file -> {
            try {
                String before = Files.readString(file);
                String after = formatter.formatSourceAndFixImports(before);
                if (!after.equals(before)) {
                    different.incrementAndGet();
                    if (apply) {
                        Files.writeString(file, after);
                    }
                    System.out.println((apply ? "formatted " : "not formatted: ") + root.relativize(file));
                }
            } catch (IOException | FormatterException cause) {
                different.incrementAndGet();
                System.out.println("cannot be formatted: " + root.relativize(file) + ": " + cause.getMessage());
            }
        });
        if (different.get() > 0 && !apply) {
            // Two things of Java 25 the formatter cannot read: write var _ in a record pattern, and no import module.
            System.out.println(different + " files differ. Format with: mvn -q -N -Pformat verify");
            System.exit(1);
        }
    }

    private static List<Path> filesUnder(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = SKIPPED.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
