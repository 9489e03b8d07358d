package yunhe.bench.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Template;

final class CostTest {

    private static List<Action> counted = List.of();
    private static String committed = "";

    @BeforeAll
    static void count() throws IOException {
        counted = Actions.all();
        committed = Files.readString(Cost.file());
    }

    @Test
    void the_committed_table_says_what_is_counted_and_what_follows_from_it() {
        assertEquals(
                committed.substring(0, committed.indexOf(CostTable.END)),
                table(committed).replace(CostTable.END + "\n", ""),
                "mvn -q -Pcost writes it anew");
    }

    @Test
    void another_alarm_costs_more() throws IOException {
        var template = Files.readString(Template.find());
        var more = template.replace("  NoticesDeadLettersAlarm:", """
            AnotherAlarm:
              Type: AWS::CloudWatch::Alarm
              Properties: {Period: 300}

            NoticesDeadLettersAlarm:\
            """.indent(2).stripTrailing());
        assertEquals(dollars(template) + Prices.ALARM_METRIC_MONTH, dollars(more), 1e-9);
    }

    @Test
    void nothing_that_costs_is_passed_over() throws IOException {
        var template = Files.readString(Template.find());
        var more = template.replace("AWS::CloudWatch::Alarm", "AWS::EC2::NatGateway");
        assertThrows(IllegalStateException.class, () -> dollars(more));
    }

    private static String table(String withItsMillis) {
        return new CostTable(Deployment.template(), CostTable.withMillis(counted, withItsMillis)).text();
    }

    private static double dollars(String template) {
        var parsed = Template.parse(template, Map.of("OidcIssuer", "https://issuer.example.org"), new LocalNames());
        return new Idle(parsed, counted)
                .items().stream().mapToDouble(Idle.Item::dollars).sum();
    }
}
