package yunhe.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import yunhe.local.desk.Html;
import yunhe.local.gateway.LocalEndpoints.Call;
import yunhe.local.gateway.Reply;

/** Where one chooses who to be. */
final class SignInPage {
    private static final List<String> PASSED_ON =
            List.of("client_id", "redirect_uri", "state", "nonce", "code_challenge", "code_challenge_method", "scope");

    private static final Map<String, String> ROLES = Map.of(
            "staff", "签到人员 · Door staff",
            "organiser", "主办方 · Organiser",
            "admin", "管理员 · Admin",
            "visitor", "无权限 · None of these");

    private SignInPage() {}

    static Reply of(Call call) {
        if (!call.parameter("code_challenge_method").equals("S256")
                || call.parameter("code_challenge").isEmpty()) {
            return Reply.message(400, "code_challenge with S256 is required");
        }
        String hidden = PASSED_ON.stream()
                .map(name -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(name, Html.escape(call.parameter(name))))
                .collect(Collectors.joining());
        String roles = List.of("staff", "organiser", "admin", "visitor").stream()
                .map(role -> "<label class=\"choice\"><input type=\"radio\" name=\"role\" value=\"%s\"%s> %s</label>"
                        .formatted(role, role.equals("staff") ? " checked" : "", ROLES.get(role)))
                .collect(Collectors.joining());
        return Html.page("本机登录 · Local sign-in", """
            <section class="card"><p>仅用于本机试用，无需密码。<br><span lang="en">Only for trying it out on this machine: no password.</span></p>
            <form method="post" action="%s/authorize">%s
            <fieldset><legend>身份 · Role</legend>%s</fieldset>
            <label>姓名 · Name <input name="name" value="李雷" autocomplete="off" required></label>
            <button>登录 · Sign in</button></form></section>\
            """.formatted(Issuer.PATH, hidden, roles));
    }
}
