package yunhe.pages;

/** The page on which an organiser says in which order projects pitch. */
public final class PitchesPage {

    /** What a field is called that holds the position of a project, up to the project's id. */
    public static final String POSITION = "position.";

    private PitchesPage() {}

    public static String render(PitchesView view) {
        var model = PitchesModel.of(view);
        return Templates.render((output, interceptor) -> JtepitchesGenerated.render(output, interceptor, model));
    }
}
