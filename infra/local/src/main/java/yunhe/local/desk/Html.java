package yunhe.local.desk;

import yunhe.local.gateway.Reply;

/** The frame of the runner's own pages. */
public final class Html {
    private static final String STYLE = """
        :root{--ink:#1d2b2f;--soft:#5c6f74;--line:#d9e2e3;--water:#0f766e;--paper:#fff;--ground:#f3f6f5}
        @media (prefers-color-scheme:dark){:root{--ink:#e6eeee;--soft:#9db0b3;--line:#31423f;--water:#5eead4;--paper:#17211f;--ground:#0f1715}}
        *{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--ground)}
        main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem}h1{font-size:1.5rem;margin:.5rem 0 1rem}h2{font-size:1.1rem;margin:0 0 .75rem}
        a{color:var(--water)}.card{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:1rem 1.1rem;margin:0 0 1rem}
        .row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}.soft{color:var(--soft);font-size:.9rem;overflow-wrap:anywhere}time{font-variant-numeric:tabular-nums}
        button,.button{font:inherit;padding:.5rem .9rem;border-radius:10px;border:1px solid var(--water);background:var(--water);color:var(--paper);text-decoration:none;cursor:pointer;min-height:44px;display:inline-flex;align-items:center}
        .button.plain,button.plain{background:transparent;color:var(--water)}ul.list{list-style:none;margin:0;padding:0}.list li{padding:.7rem 0;border-top:1px solid var(--line)}.list li:first-child{border-top:0}
        .list a,p>a{display:inline-flex;align-items:center;min-height:44px}.list a.title{font-weight:600;text-decoration:none;overflow-wrap:anywhere}.tag{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:0 .6rem;font-size:.8rem;color:var(--soft)}
        iframe{width:100%;height:70vh;border:1px solid var(--line);border-radius:10px;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
        fieldset{border:1px solid var(--line);border-radius:10px;margin:0 0 1rem}.choice{display:flex;align-items:center;gap:.6rem;min-height:44px;margin:0}.choice input{width:1.2rem;height:1.2rem;accent-color:var(--water)}input:not([type=radio]):not([type=hidden]){font:inherit;min-height:44px;padding:.5rem;border:1px solid var(--line);border-radius:8px;background:var(--ground);color:inherit}
        form{margin:0}label{display:block;margin-bottom:1rem}img{max-width:100%}
        """;

    private Html() {}

    public static Reply page(String title, String body) {
        return Reply.html(200, """
            <!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <link rel="icon" href="data:,"><title>%1$s</title><style>%2$s</style></head><body><main><h1>%1$s</h1>%3$s</main></body></html>\
            """.formatted(escape(title), STYLE, body))
                .with("x-content-type-options", "nosniff")
                .with("referrer-policy", "no-referrer");
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A picture inside a page. */
    static String dataUri(String contentType, String base64) {
        return "data:" + contentType.replaceFirst(";.*$", "") + ";base64," + base64;
    }
}
