package io.parley.e2e.blocking;

import java.util.List;

/**
 * A method inside which blocking calls are no violation: it waits once in the life of a service, or not for anybody.
 *
 * @param type its class
 * @param method its name, whatever its parameters
 */
record Allowed(String type, String method) {

    static List<Allowed> all() {
        return List.of(
                // A class is read from its jar at its first use.
                new Allowed("io.quarkus.bootstrap.runner.RunnerClassLoader", "loadClass"),
                // Providers of a service interface are looked up in the jars at its first use.
                new Allowed("java.util.ServiceLoader$LazyClassPathLookupIterator", "hasNext"),
                // A bean is made at its first use; of two event loops that want it the second waits for the first.
                new Allowed("io.quarkus.arc.impl.AbstractSharedContext", "get"),
                new Allowed("io.quarkus.arc.impl.LazyValue", "get"),
                // How to read a type from JSON is found out at its first use, under a lock.
                new Allowed(
                        "com.fasterxml.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer"),
                // Random numbers come from /dev/urandom, which is a file, but one that never keeps a reader waiting.
                new Allowed("sun.security.provider.NativePRNG$RandomIO", "readFully"),
                // Handing work to a thread, such as a log record to the one that writes it, takes the lock of its
                // queue for a moment. An offer, unlike put, never waits for room; nobody here uses the one that does.
                new Allowed("java.util.concurrent.ArrayBlockingQueue", "offer"),
                new Allowed("java.util.concurrent.LinkedBlockingQueue", "offer"),
                // A pool starts one more thread, up to its bound: once per thread.
                new Allowed("java.util.concurrent.ThreadPoolExecutor", "addWorker"));
    }
}
