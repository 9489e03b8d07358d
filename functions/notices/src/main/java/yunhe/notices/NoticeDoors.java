package yunhe.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.Refusal;
import yunhe.core.notice.Notice;
import yunhe.core.notice.NoticeLists;
import yunhe.core.notice.NoticeRecord;
import yunhe.core.notice.RetryNotice;
import yunhe.core.notice.Subjects;
import yunhe.web.Json;
import yunhe.web.Paging;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;

/** Records hold nobody's name or address, so reading them leaves no audit entry; trying one again does. */
final class NoticeDoors {

    private final NoticeLists lists;
    private final RetryNotice retry;

    NoticeDoors(NoticeLists lists, RetryNotice retry) {
        this.lists = lists;
        this.retry = retry;
    }

    Reply list(Request request) {
        Roles.require(request, Role.ORGANISER);
        var paging = Paging.of(request);
        var errors = new ArrayList<FieldError>();
        var aboutText = request.query("about").filter(it -> !it.isEmpty());
        var about = aboutText.flatMap(Subjects::parse);
        if (aboutText.isPresent() && about.isEmpty()) {
            errors.add(FieldError.of("about", FieldError.Code.FORMAT));
        }
        var statusText = request.query("status").filter(it -> !it.isEmpty());
        var status = statusText.flatMap(NoticeRecord.Status::ofCode);
        if (statusText.isPresent() && status.isEmpty()) {
            errors.add(FieldError.of(
                    "status",
                    FieldError.Code.UNKNOWN_OPTION,
                    Arrays.stream(NoticeRecord.Status.values())
                            .map(NoticeRecord.Status::code)
                            .sorted()
                            .toList()));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        var page = about.map(it -> lists.about(it, status, paging.limit(), paging.cursor()))
                .orElseGet(() -> lists.all(status, paging.limit(), paging.cursor()));
        return Reply.json(200, Paging.list(page, NoticeDoors::json));
    }

    Reply retry(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var outcome = Notice.ofId(path.get("id"))
                .map(notice -> retry.retry(notice, caller.subject()))
                .orElse(new RetryNotice.Outcome.Unknown());
        return switch (outcome) {
            case RetryNotice.Outcome.Done(var record) -> Reply.json(200, json(record));
            case RetryNotice.Outcome.NeverFailed() ->
                throw Problem.of(Refusal.REGISTRATION_STATE).exception();
            case RetryNotice.Outcome.Unknown() ->
                throw Problem.of(Refusal.NOT_FOUND).exception();
        };
    }

    private static ObjectNode json(NoticeRecord record) {
        var body = Json.object()
                .put("id", record.notice().id())
                .put("about", record.notice().about().value())
                .put("kind", record.notice().kind().code())
                .put(
                        "channel",
                        record.outcome()
                                .channel()
                                .map(NoticeRecord.Channel::code)
                                .orElse(null))
                .put("status", record.status().code())
                .put("at", Json.instant(record.at(), ZoneOffset.UTC));
        record.outcome().reason().ifPresent(reason -> body.put("reason", reason));
        return body;
    }
}
