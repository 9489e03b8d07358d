package yunhe.pages;

/** The page on which an organiser has the meetings of a roadshow solved, looks at them, and publishes them. */
public final class TimetablePage {

    private TimetablePage() {}

    public static String render(TimetableView view) {
        var model = TimetableModel.of(view);
        return Templates.render((output, interceptor) -> JtetimetableGenerated.render(output, interceptor, model));
    }
}
