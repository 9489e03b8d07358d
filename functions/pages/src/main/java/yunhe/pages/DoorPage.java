package yunhe.pages;

/** The door's page: the scanner. */
public final class DoorPage {
    private DoorPage() {}

    public static String render(DoorView view) {
        var model = DoorModel.of(view);
        return Templates.render((output, interceptor) -> JtedoorGenerated.render(output, interceptor, model));
    }
}
