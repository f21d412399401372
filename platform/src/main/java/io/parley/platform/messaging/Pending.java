package io.parley.platform.messaging;

import io.parley.platform.messaging.PublishFailed.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What waits for its confirmation on one channel, by delivery tag. */
final class Pending {

    /**
     * One message.
     *
     * @param publications those that its events belong to
     * @param deadline in {@link System#nanoTime()}
     */
    record Entry(String messageId, List<Publication> publications, long deadline) {

        void confirm() {
            publications.forEach(Publication::confirm);
        }

        void fail(Reason reason) {
            publications.forEach(publication -> publication.fail(reason));
        }
    }

    private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Set<String> returned = ConcurrentHashMap.newKeySet();

    int size() {
        return size.get();
    }

    void add(long tag, Entry entry) {
        entries.put(tag, entry);
        size.incrementAndGet();
    }

    /** The broker sends a return before the confirmation of the same message. */
    void markReturned(String messageId) {
        returned.add(messageId);
    }

    void confirm(long tag, boolean multiple) {
        settle(tag, multiple, this::confirm);
    }

    void fail(long tag, boolean multiple, Reason reason) {
        settle(tag, multiple, entry -> entry.fail(reason));
    }

    void failAll(Reason reason) {
        settle(Long.MAX_VALUE, true, entry -> entry.fail(reason));
    }

    void expire(long now) {
        entries.forEach((tag, entry) -> {
            if (entry.deadline() - now < 0) {
                fail(tag, false, Reason.TIMED_OUT);
            }
        });
    }

    private void confirm(Entry entry) {
        if (returned.remove(entry.messageId())) {
            entry.fail(Reason.RETURNED);
        } else {
            entry.confirm();
        }
    }

    private void settle(long tag, boolean multiple, Consumer<Entry> action) {
        if (!multiple) {
            settled(entries.remove(tag), action);
            return;
        }
        for (Map.Entry<Long, Entry> first = entries.firstEntry();
                first != null && first.getKey() <= tag;
                first = entries.firstEntry()) {
            settled(entries.remove(first.getKey()), action);
        }
    }

    private void settled(@Nullable Entry entry, Consumer<Entry> action) {
        if (entry != null) {
            size.decrementAndGet();
            action.accept(entry);
        }
    }
}
