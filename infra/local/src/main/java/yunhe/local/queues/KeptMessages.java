package yunhe.local.queues;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database file in which ElasticMQ keeps messages. */
final class KeptMessages {
    private KeptMessages() {}

    /**
     * Whoever held a message when the process ended will not come back, so it may be delivered at once and need not
     * wait for its visibility time-out.
     */
    static void release(String uri) {
        try (Connection connection = DriverManager.getConnection(uri, "", "");
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                int _ = statement.executeUpdate(
                        "UPDATE \"" + table + "\" SET NEXT_DELIVERY = CREATED WHERE RECEIVE_COUNT > 0");
            }
        } catch (SQLException cause) {
            throw new IllegalStateException("read kept messages", cause);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME LIKE 'MESSAGE%'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
