package yunhe.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens what {@code mvn package} made for the functions of the template. */
final class ZipsTest {

    private static final byte[] ANYTHING = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void a_zip_holds_its_handlers_and_nothing_that_has_no_business_there() throws IOException {
        var template = Template.ofProject();
        var handlersByZip = template.functions().stream()
                .collect(Collectors.groupingBy(
                        Function::codeUri,
                        TreeMap::new,
                        Collectors.mapping(Function::handlerClass, Collectors.toSet())));
        assertTrue(handlersByZip.size() >= 5);
        var problems = new TreeMap<String, List<String>>();
        for (var zip : handlersByZip.entrySet()) {
            var found = Zip.of(Template.ROOT, zip.getKey()).problems(zip.getValue());
            if (!found.isEmpty()) {
                problems.put(zip.getKey(), found);
            }
        }
        assertEquals(Map.of(), problems);
    }

    /** A zip holds only a part of the library that signs: it must be all that signing takes. */
    @Test
    void each_zip_can_sign_and_verify_a_ticket() throws IOException, ReflectiveOperationException {
        var zips =
                Template.ofProject().functions().stream().map(Function::codeUri).collect(Collectors.toSet());
        for (var zip : zips) {
            try (var classes = new URLClassLoader(
                    new URL[] {Template.ROOT.resolve(zip).toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
                var parameters = classes.loadClass("org.bouncycastle.crypto.CipherParameters");
                var privateKey = classes.loadClass("org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters");
                var signer = classes.loadClass("org.bouncycastle.crypto.signers.Ed25519Signer");
                var init = signer.getMethod("init", boolean.class, parameters);
                var update = signer.getMethod("update", byte[].class, int.class, int.class);
                var seed = new byte[32];
                new Random(1).nextBytes(seed);
                var key = privateKey.getConstructor(byte[].class).newInstance(seed);

                var signs = signer.getConstructor().newInstance();
                init.invoke(signs, true, key);
                update.invoke(signs, ANYTHING, 0, ANYTHING.length);
                var signature = signer.getMethod("generateSignature").invoke(signs);

                var verifies = signer.getConstructor().newInstance();
                init.invoke(
                        verifies,
                        false,
                        privateKey.getMethod("generatePublicKey").invoke(key));
                update.invoke(verifies, ANYTHING, 0, ANYTHING.length);
                assertEquals(
                        true, signer.getMethod("verifySignature", byte[].class).invoke(verifies, signature), zip);
            }
        }
    }

    @Test
    void a_good_zip_has_no_problem() throws IOException {
        assertEquals(List.of(), problemsOf(Map.of("a/Handler.class", ANYTHING, "lib/b.jar", zip("b/B.class"))));
    }

    @Test
    void a_missing_handler_is_found() throws IOException {
        assertFound("no handler", Map.of("lib/b.jar", zip("a/Handler.class")));
    }

    @Test
    void a_test_library_is_found() throws IOException {
        assertFound(
                "not for a function", Map.of("a/Handler.class", ANYTHING, "lib/b.jar", zip("org/junit/Test.class")));
    }

    @Test
    void a_class_that_is_there_twice_is_found() throws IOException {
        assertFound(
                "is in",
                Map.of("a/Handler.class", ANYTHING, "lib/b.jar", zip("b/B.class"), "lib/c.jar", zip("b/B.class")));
    }

    @Test
    void a_fat_zip_is_found() throws IOException {
        var noise = new byte[Zip.BYTES_MAX + 1];
        new Random(1).nextBytes(noise);
        assertFound("more than", Map.of("a/Handler.class", ANYTHING, "noise", noise));
    }

    @Test
    void the_time_of_a_build_is_found() throws IOException {
        var file = folder.resolve("late.zip");
        Files.write(file, zip(Map.of("a/Handler.class", ANYTHING), LocalDateTime.of(2026, 1, 1, 0, 2)));
        assertTrue(new Zip(file).problems(Set.of("a.Handler")).getFirst().contains("is of 2026-01-01T00:02"));
    }

    private void assertFound(String problem, Map<String, byte[]> entries) throws IOException {
        var found = problemsOf(entries);
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.getFirst().contains(problem), found::toString);
    }

    private List<String> problemsOf(Map<String, byte[]> entries) throws IOException {
        var file = folder.resolve("function.zip");
        Files.write(file, zip(entries, LocalDateTime.of(2026, 1, 1, 0, 0)));
        return new Zip(file).problems(Set.of("a.Handler"));
    }

    private static byte[] zip(String name) throws IOException {
        return zip(Map.of(name, ANYTHING), LocalDateTime.of(2020, 2, 2, 2, 2));
    }

    private static byte[] zip(Map<String, byte[]> entries, LocalDateTime at) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each : entries.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(at);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
