package shop;

import io.micronaut.http.annotation.*;
import io.micronaut.scheduling.annotation.Scheduled;

@Controller("/books")
class BookController {
    // entry: kind=http title=GET /books/latest
    @Get("/latest")
    String latest() {
        return "";
    }

    // entry: kind=http title=POST /books/
    @Post
    String add(@Body String text) {
        return text;
    }

    // entry: kind=schedule title=scheduled nightly
    @Scheduled(fixedRate = "1d")
    void nightly() {}
}
