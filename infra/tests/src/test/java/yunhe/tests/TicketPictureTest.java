package yunhe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketPictureTest {

    private final Service service = Service.shared();

    @Test
    void the_png_is_a_url_that_ends_in_the_ticket() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());

        Reply png = service.get("/tickets/" + han.ticket() + ".png").expect(200);

        assertEquals("image/png", png.contentType());
        String text = Qr.read(png.bytes());
        assertTrue(text.endsWith(han.ticket()), text);
        URI url = URI.create(text);
        assertEquals(service.url(), url.getScheme() + "://" + url.getAuthority());
    }

    @Test
    void the_svg_is_a_picture_without_scripts() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());

        Reply svg = service.get(han.first().path("ticketUrl").asText()).expect(200);

        assertTrue(svg.contentType().startsWith("image/svg+xml"), svg.contentType());
        assertTrue(svg.text().contains("<svg"), svg::toString);
        assertFalse(svg.text().contains("<script"), svg::toString);
    }

    @Test
    void a_ticket_that_was_made_up_has_no_picture() {
        Registration han = service.draft().publish().confirmed(Applicant.someone());

        for (String wrong : List.of("x", han.ticket().substring(3), han.ticket() + "A", han.id())) {
            service.get("/tickets/" + wrong + ".svg").expect(404);
            service.get("/tickets/" + wrong + ".png").expect(404);
        }
    }
}
