package yunhe.core.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/**
 * A list to choose from, in its order. It is a data file with a line for each term: code, Chinese and English label,
 * apart by tabs. A line that starts with {@code #} is a comment.
 */
public final class Catalogue {

    public static final Catalogue SECTORS = new Catalogue("sectors.tsv");
    public static final Catalogue STAGES = new Catalogue("stages.tsv");

    private final List<Term> terms;

    private Catalogue(String file) {
        try (var stream = Catalogue.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            this.terms = new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Catalogue::term)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("read " + file, cause);
        }
    }

    public List<Term> terms() {
        return terms;
    }

    public List<String> codes() {
        return terms.stream().map(Term::code).toList();
    }

    public Optional<Term> find(String code) {
        return terms.stream().filter(term -> term.code().equals(code)).findFirst();
    }

    /** The label, or the code itself if the term was taken out of the list since. */
    public String label(String code, Language language) {
        return find(code).map(term -> term.label().in(language)).orElse(code);
    }

    private static Term term(String line) {
        var parts = line.split("\t", -1);
        return new Term(parts[0], new Bilingual(parts[1], parts[2]));
    }
}
