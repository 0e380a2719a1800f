package shop.jobs;

import org.springframework.boot.CommandLineRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.scheduling.annotation.Scheduled;

class Jobs {
    // entry: kind=schedule title=scheduled nightly
    @Scheduled(cron = "0 0 3 * * *")
    void nightly() {}

    // entry: kind=event title=on orders
    @KafkaListener(topics = "orders", groupId = "shop")
    void ordered(String order) {}

    // entry: kind=event title=event shipped
    @EventListener
    void shipped(Object event) {}

    @Bean
    CommandLineRunner seed() {
        // entry: kind=main title=start <lambda>
        return args -> helper();
    }

    void helper() {}
}

class Import implements CommandLineRunner {
    // entry: kind=main title=start Import
    @Override
    public void run(String... args) {}
}
