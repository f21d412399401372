package io.parley.backing;

/**
 * Where the servers are and how to log in as their administrator.
 *
 * @param jdbcUrl the database {@code parley}, as the migrator wants it
 * @param postgresUrl the same database, as the reactive client wants it
 * @param adminUser PostgreSQL's superuser
 * @param brokerUrl RabbitMQ's virtual host {@code parley}, with user and password
 * @param redisUrl Redis, with its password
 */
public record Endpoints(
        String jdbcUrl, String postgresUrl, String adminUser, String adminPassword, String brokerUrl, String redisUrl) {

    static Endpoints of(Ports ports, Credentials credentials) {
        String database = "postgresql://127.0.0.1:" + ports.postgres() + "/" + PostgresServer.DATABASE;
        return new Endpoints(
                "jdbc:" + database,
                database,
                PostgresServer.ADMIN,
                credentials.postgres(),
                "amqp://%s:%s@127.0.0.1:%d/%s"
                        .formatted(RabbitServer.USER, credentials.broker(), ports.broker(), RabbitServer.VIRTUAL_HOST),
                "redis://:" + credentials.redis() + "@127.0.0.1:" + ports.redis());
    }

    /** The secrets stay out of logs. */
    @Override
    public String toString() {
        return "Endpoints[" + postgresUrl + "]";
    }
}
