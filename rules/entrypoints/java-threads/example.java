package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class Nightly {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    void start() throws Exception {
        new Thread(() -> ask()).start();
        CompletableFuture.runAsync(this::ask).get();
        pool.execute(this::ask);
        pool.submit(this::ask).get();
    }

    private void ask() {}
}
