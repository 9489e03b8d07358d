package yunhe.pages;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Calls the precompiled templates directly: a template or parameter that is not there does not compile. */
final class Templates {
    private static final HtmlInterceptor NONE = new NoInterceptor();

    private Templates() {}

    static String render(Template template) {
        var html = new StringOutput();
        template.render(new OwaspHtmlTemplateOutput(html), NONE);
        return html.toString();
    }

    /** One template with its parameters. */
    @FunctionalInterface
    interface Template {
        void render(HtmlTemplateOutput output, HtmlInterceptor interceptor);
    }

    private static final class NoInterceptor implements HtmlInterceptor {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    }
}
