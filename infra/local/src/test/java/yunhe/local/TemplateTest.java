package yunhe.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import yunhe.testkit.template.LocalNames;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;

final class TemplateTest {
    private static final String TEXT = """
        Parameters:
          Url: {Type: String, Default: ""}
          Needed: {Type: String}
        Mappings:
          Sizes: {big: {n: 7}}
        Conditions:
          HasUrl: !Not [!Equals [!Ref Url, ""]]
          Both: !And [!Condition HasUrl, !Equals [!Ref Needed, x]]
          One: !Or [!Condition HasUrl, !Equals [!Ref Needed, x]]
        Globals:
          Function: {Timeout: 20, Environment: {Variables: {SHARED: s}}}
        Resources:
          Queue: {Type: "AWS::SQS::Queue"}
          Token: {Type: "AWS::SecretsManager::Secret"}
          Sometimes: {Type: "AWS::SQS::Queue", Condition: HasUrl}
          F:
            Type: AWS::Serverless::Function
            Properties:
              Timeout: 60
              Own: !Sub "${AWS::Partition}-${Queue.Arn}-${!Literal}-${Needed}"
              Branch: !If [HasUrl, yes-url, no-url]
              Both: !If [Both, 1, 2]
              One: !If [One, 1, 2]
              Dropped: !If [HasUrl, x, !Ref "AWS::NoValue"]
              Joined: !Join ["-", [a, !Select [1, [b, c]]]]
              Mapped: !FindInMap [Sizes, big, n]
              Secret: !Sub "{{resolve:secretsmanager:${Token}}}"
              Environment: {Variables: {OWN: o}}
        """;

    private static Template template() {
        return Template.parse(TEXT, Map.of("Needed", "x"), new LocalNames());
    }

    @Test
    void functions_conditions_and_references_are_evaluated() {
        Map<String, Object> f = template().resource("F").properties();
        assertEquals("aws-arn:aws:sqs:local:000000000000:Queue-${Literal}-x", f.get("Own"));
        assertEquals("no-url", f.get("Branch"));
        assertEquals(2, f.get("Both"));
        assertEquals(1, f.get("One"));
        assertTrue(!f.containsKey("Dropped"));
        assertEquals("a-c", f.get("Joined"));
        assertEquals(7, f.get("Mapped"));
        assertEquals("secret-of-Token", f.get("Secret"));
    }

    @Test
    void globals_are_merged_and_the_own_value_wins() {
        Map<String, Object> f = template().resource("F").properties();
        assertEquals(60, f.get("Timeout"));
        assertEquals(Map.of("Variables", Map.of("SHARED", "s", "OWN", "o")), f.get("Environment"));
    }

    @Test
    void a_resource_whose_condition_does_not_hold_is_not_there() {
        assertEquals(1, template().ofType("AWS::SQS::Queue").size());
    }

    @Test
    void a_parameter_without_a_value_and_an_unknown_name_are_errors() {
        assertThrows(TemplateException.class, () -> Template.parse(TEXT, Map.of(), new LocalNames()));
        assertThrows(TemplateException.class, () -> template().ref("Nobody"));
    }

    @Test
    void an_unknown_type_of_resource_is_an_error() {
        Template strange = Template.parse("Resources: {X: {Type: 'AWS::EC2::Instance'}}", Map.of(), new LocalNames());
        TemplateException error = assertThrows(TemplateException.class, () -> KnownTypes.check(strange));
        assertTrue(error.getMessage().contains("AWS::EC2::Instance"));
    }
}
