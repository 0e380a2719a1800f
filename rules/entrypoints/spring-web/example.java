package shop.web;

import java.util.List;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/api/books")
class BookController {
    private static final String SEARCH = "/search";

    // entry: kind=http title=GET /api/books/{id}
    @GetMapping("/{id}")
    String show(@PathVariable String id) {
        return id;
    }

    // entry: kind=http title=POST /api/books/
    @PostMapping
    String add(@RequestBody String text) {
        return text;
    }

    // entry: kind=http title=GET /api/books/search
    @RequestMapping(value = SEARCH, method = RequestMethod.GET)
    List<String> search(@RequestParam("q") String q) {
        return List.of(q);
    }

    String helper() {
        return "";
    }
}
