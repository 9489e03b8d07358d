package yunhe.dynamo.roadshow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of small numbers as one text: a timetable of thousands of meetings has to fit into one item. */
final class Rows {

    private static final String BETWEEN_ROWS = ";";
    private static final String BETWEEN_NUMBERS = " ";

    private Rows() {}

    static String write(List<int[]> rows) {
        return rows.stream()
                .map(row -> IntStream.of(row).mapToObj(Integer::toString).collect(Collectors.joining(BETWEEN_NUMBERS)))
                .collect(Collectors.joining(BETWEEN_ROWS));
    }

    static List<int[]> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(BETWEEN_ROWS, -1))
                        .map(row -> Arrays.stream(row.split(BETWEEN_NUMBERS, -1))
                                .mapToInt(Integer::parseInt)
                                .toArray())
                        .toList();
    }
}
