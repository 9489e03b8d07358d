package yunhe.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.profile.Catalogue;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.Directory;
import yunhe.core.roadshow.Timetables;
import yunhe.core.roadshow.Wishes;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.ProblemException;
import yunhe.web.Reply;
import yunhe.web.Request;

/**
 * The other side of a roadshow for its confirmed participants, with the token of their manage link. For everyone else
 * it looks as if it were not there.
 */
public final class OwnDirectory {

    private static final int PEOPLE_AT_ONCE = 1_000;

    private final Activities activities;
    private final Registrations registrations;
    private final Wishes wishes;
    private final Timetables timetables;
    private final ManageTokens tokens;
    private final DirectoryPage page;

    public OwnDirectory(
            Environment environment,
            Activities activities,
            Registrations registrations,
            Wishes wishes,
            Timetables timetables) {
        this.activities = activities;
        this.registrations = registrations;
        this.wishes = wishes;
        this.timetables = timetables;
        this.tokens = new ManageTokens(Secrets.signing(environment));
        this.page = new DirectoryPage(environment);
    }

    Reply show(Request request, String roadshow) {
        var self = request.query("registration")
                .flatMap(id -> reader(request, roadshow, id))
                .orElseThrow(OwnDirectory::notFound);
        var language = request.query("lang").isPresent() ? request.language() : self.language();
        var filter = new DirectoryView.Filter(
                known(Catalogue.SECTORS, request.query("sector")), known(Catalogue.STAGES, request.query("stage")));
        var state = request.query("saved").isPresent() ? DirectoryView.State.SAVED : DirectoryView.State.OPEN;
        return Reply.html(200, render(self, language, filter, state, SignUpForm.EMPTY))
                .withHeader("content-language", language.code());
    }

    /** The whole page as it is now, with the wishes that were refused. */
    public String again(Request request, String roadshow, String registration, SignUpForm refused) {
        var self = reader(request, roadshow, registration).orElseThrow(OwnDirectory::notFound);
        return render(self, request.language(), DirectoryView.Filter.NONE, DirectoryView.State.OPEN, refused);
    }

    private Optional<Registration> reader(Request request, String roadshow, String registration) {
        return request.manageToken()
                .filter(token -> tokens.accepts(registration, token))
                .flatMap(token -> RegistrationId.parse(registration))
                .filter(id -> id.activity().value().equals(roadshow))
                .flatMap(registrations::find)
                .filter(it -> it.status() == Status.CONFIRMED);
    }

    private String render(
            Registration self,
            Language language,
            DirectoryView.Filter filter,
            DirectoryView.State state,
            SignUpForm form) {
        var side = self.profile().map(Profile::side).orElseThrow(OwnDirectory::notFound);
        var activity = activities
                .find(self.activity())
                .filter(it -> it.phase() == Activity.Phase.PUBLISHED)
                .orElseThrow(OwnDirectory::notFound);
        boolean published = timetables.published(activity.id()).isPresent();
        return page.render(new DirectoryView(
                language,
                activity,
                self.id(),
                side,
                entries(activity.id(), side.other()),
                wishes.of(self.id()),
                filter,
                published ? DirectoryView.State.PUBLISHED : state,
                form));
    }

    private List<Directory.Entry> entries(ActivityId roadshow, Side side) {
        var everyone = new ArrayList<Registration>();
        var cursor = Optional.<String>empty();
        do {
            var part = registrations.list(roadshow, PEOPLE_AT_ONCE, cursor);
            everyone.addAll(part.items());
            cursor = part.next();
        } while (cursor.isPresent());
        return Directory.of(everyone, side, Optional.empty(), Optional.empty());
    }

    /** What is in no list hides nobody. */
    private static Optional<String> known(Catalogue catalogue, Optional<String> code) {
        return code.filter(catalogue.codes()::contains);
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND).exception();
    }
}
