package yunhe.local;

import java.util.Map;
import java.util.Set;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.TemplateException;

/** Resource types that run here, and those that have nothing to run. Any other is an error, not a silent gap. */
final class KnownTypes {
    private static final Set<String> RUN = Set.of(
            "AWS::Serverless::HttpApi",
            "AWS::Serverless::Function",
            "AWS::DynamoDB::Table",
            "AWS::SQS::Queue",
            "AWS::SecretsManager::Secret");

    /** Permissions, logs, alarms: around the system, not in it. */
    private static final Set<String> AROUND = Set.of(
            "AWS::IAM::Role",
            "AWS::IAM::Policy",
            "AWS::IAM::ManagedPolicy",
            "AWS::Lambda::Permission",
            "AWS::Logs::LogGroup",
            "AWS::Logs::MetricFilter",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::CompositeAlarm",
            "AWS::CloudWatch::Dashboard",
            "AWS::SNS::Topic",
            "AWS::SNS::TopicPolicy",
            "AWS::SNS::Subscription",
            "AWS::SQS::QueuePolicy",
            "AWS::KMS::Key",
            "AWS::KMS::Alias",
            "AWS::Scheduler::ScheduleGroup");

    private KnownTypes() {}

    static void check(Template template) {
        for (Map.Entry<String, String> resource : template.types().entrySet()) {
            if (!RUN.contains(resource.getValue()) && !AROUND.contains(resource.getValue())) {
                throw new TemplateException("the local runner does not know what to do with " + resource.getKey() + " ("
                        + resource.getValue() + ")");
            }
        }
    }
}
