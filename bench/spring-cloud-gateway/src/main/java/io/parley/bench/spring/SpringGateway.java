package io.parley.bench.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** All that it does is said in {@code application.yaml}. */
@SpringBootApplication
public class SpringGateway {

    public static void main(String... arguments) {
        SpringApplication.run(SpringGateway.class, arguments);
    }
}
