package yunhe.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yunhe.local.probe.Probe;

final class GatewayTest {
    private static ProbeSystem system;

    @BeforeAll
    static void start() {
        system = ProbeSystem.start();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void headers_are_in_lower_case_and_repeated_ones_joined_and_cookies_stand_apart() {
        JsonNode event = system.json("/things/a", "X-Twice", "one", "X-Twice", "two", "Cookie", "a=1; b=2");
        assertEquals("one,two", event.path("headers").path("x-twice").asText());
        assertTrue(event.path("headers").path("cookie").isMissingNode());
        assertEquals("[\"a=1\",\"b=2\"]", event.path("cookies").toString());
    }

    @Test
    void queries_are_decoded_and_joined_and_the_raw_one_stays_raw() {
        JsonNode event = system.json("/things/a?name=%E6%9D%8E%E9%9B%B7&x=1&x=2+3&empty=");
        assertEquals(
                "name=%E6%9D%8E%E9%9B%B7&x=1&x=2+3&empty=",
                event.path("rawQueryString").asText());
        assertEquals("李雷", event.path("queryStringParameters").path("name").asText());
        assertEquals("1,2 3", event.path("queryStringParameters").path("x").asText());
        assertEquals("", event.path("queryStringParameters").path("empty").asText("missing"));
    }

    @Test
    void paths_are_decoded_and_a_greedy_variable_takes_the_rest() {
        JsonNode event = system.json("/things/a%20b/c+d");
        assertEquals("/things/a b/c+d", event.path("rawPath").asText());
        assertEquals("a b/c+d", event.path("pathParameters").path("proxy").asText());
        assertEquals("ANY /things/{proxy+}", event.path("routeKey").asText());
        assertEquals("$default", event.path("requestContext").path("stage").asText());
        assertTrue(event.path("queryStringParameters").isMissingNode());
    }

    @Test
    void json_arrives_as_text_and_a_form_as_base64() {
        JsonNode json = ProbeSystem.parse(
                system.send("POST", "/things/a", "{\"n\":\"李雷\"}", "Content-Type", "application/json; charset=utf-8")
                        .body());
        assertEquals("{\"n\":\"李雷\"}", json.path("body").asText());
        JsonNode form = ProbeSystem.parse(
                system.send("POST", "/things/a", "n=1", "Content-Type", "application/x-www-form-urlencoded")
                        .body());
        assertTrue(form.path("isBase64Encoded").asBoolean());
        assertEquals(
                "n=1", new String(Base64.getDecoder().decode(form.path("body").asText()), StandardCharsets.UTF_8));
    }

    @Test
    void replies_carry_every_header_and_cookie() {
        HttpResponse<String> reply = system.get("/things/a");
        assertEquals(201, reply.statusCode());
        assertEquals(List.of("a", "b"), reply.headers().allValues("x-many"));
        assertEquals(List.of("one=1; Path=/", "two=2"), reply.headers().allValues("set-cookie"));
    }

    @Test
    void what_has_no_route_or_throws_answers_as_the_gateway_does() {
        assertEquals("{\"message\":\"Not Found\"}", system.get("/nowhere").body());
        HttpResponse<String> fault = system.get("/things/throw");
        assertEquals(500, fault.statusCode());
        assertEquals("{\"message\":\"Internal Server Error\"}", fault.body());
        assertEquals(431, system.get("/things/a", "x-long", "a".repeat(11_000)).statusCode());
        assertEquals(
                413, system.send("POST", "/things/a", "a".repeat(11_000_000)).statusCode());
    }

    @Test
    void a_head_request_is_answered_without_a_body() {
        assertEquals("", system.send("HEAD", "/things/a", "").body());
    }

    @Test
    void the_claims_of_a_good_token_reach_the_function_as_texts() {
        JsonNode claims = system.json("/staff", "Authorization", "Bearer " + system.token())
                .path("requestContext")
                .path("authorizer")
                .path("jwt")
                .path("claims");
        assertEquals("[organiser]", claims.path("roles").asText());
        assertEquals("me", claims.path("sub").asText());
        assertTrue(claims.path("exp").isTextual());
    }

    @Test
    void missing_forged_expired_and_foreign_tokens_do_not_pass() throws JOSEException {
        assertEquals(401, system.get("/staff").statusCode());
        assertEquals("{\"message\":\"Unauthorized\"}", system.get("/staff").body());
        assertEquals(
                401, system.get("/staff", "Authorization", "Bearer nonsense").statusCode());
        assertEquals(
                401, system.get("/staff", "Authorization", "Bearer " + forged()).statusCode());
        String cut = system.token();
        assertEquals(
                401,
                system.get("/staff", "Authorization", "Bearer " + cut.substring(0, cut.length() - 8))
                        .statusCode());
    }

    private static String forged() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(system.runner.url() + "/local/oidc")
                        .audience("yunhe")
                        .claim("roles", List.of("admin"))
                        .expirationTime(Date.from(Instant.parse("2099-01-01T00:00:00Z")))
                        .build());
        token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        return token.serialize();
    }

    @Test
    void a_function_sees_its_own_variables_and_no_others() {
        JsonNode variables = system.json("/things/variables");
        assertEquals(3, variables.size());
        assertEquals("Things", variables.path("THINGS_TABLE").asText());
        assertEquals(64, variables.path("SECRET").asText().length());
    }

    @Test
    void the_clock_moves_forward_only_and_every_schedule_runs_once() {
        Probe.SCHEDULED.clear();
        Instant before = now("/things/now");
        assertEquals(
                200,
                system.send("POST", "/local/clock", "{\"advance\":\"P2D\"}").statusCode());
        assertEquals(1, Probe.SCHEDULED.size());
        assertTrue(now("/things/now").isAfter(before.plusSeconds(172_799)));
        assertEquals(
                400,
                system.send("POST", "/local/clock", "{\"now\":\"" + before + "\"}")
                        .statusCode());
        assertEquals(
                400,
                system.send("POST", "/local/clock", "{\"advance\":\"-PT1H\"}").statusCode());
        assertEquals(400, system.send("POST", "/local/clock", "{}").statusCode());
        assertEquals(
                "[\"ScheduleFunction\"]",
                system.json("/local/schedules").path("items").toString());
        assertEquals(
                200, system.send("POST", "/local/fire/ScheduleFunction", "").statusCode());
        assertEquals(404, system.send("POST", "/local/fire/Nobody", "").statusCode());
        assertEquals(2, Probe.SCHEDULED.size());
        assertNotEquals(
                401,
                system.get("/staff", "Authorization", "Bearer " + system.token())
                        .statusCode());
    }

    private static Instant now(String path) {
        return OffsetDateTime.parse(system.json(path).path("now").asText()).toInstant();
    }

    @Test
    void the_stage_throttles_only_when_asked_to() {
        for (int i = 0; i < 5; i++) {
            assertEquals(201, system.get("/things/a").statusCode());
        }
        try (ProbeSystem limited = ProbeSystem.start(ProbeSystem.options().withRateLimit())) {
            List<Integer> statuses = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(i -> limited.get("/things/a").statusCode())
                    .toList();
            assertTrue(statuses.contains(429), statuses.toString());
            assertEquals(201, statuses.getFirst());
        }
    }
}
