package shop.rest;

import io.quarkus.scheduler.Scheduled;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/books")
public class BookResource {
    // entry: kind=http title=GET /books
    @GET
    public String all() {
        return "";
    }

    // entry: kind=http title=POST /books
    @POST
    public String add(String text) {
        return text;
    }

    // entry: kind=schedule title=scheduled nightly
    @Scheduled(every = "24h")
    void nightly() {}
}
