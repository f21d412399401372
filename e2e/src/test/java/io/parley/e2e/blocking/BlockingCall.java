package io.parley.e2e.blocking;

import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that waits: on an event loop when its argument says {@code eventloop}, otherwise on a worker thread. */
final class BlockingCall {

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    private BlockingCall() {}

    public static void main(String... arguments) throws InterruptedException {
        BlockingCall call = new BlockingCall();
        Vertx vertx = Vertx.vertx();
        if (arguments[0].equals("eventloop")) {
            vertx.getOrCreateContext().runOnContext(now -> call.block());
        } else {
            var unused = vertx.executeBlocking(call::block);
        }
        call.over.await();
        vertx.close();
    }

    private boolean block() {
        try {
            return never.await(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            over.countDown();
        }
    }
}
