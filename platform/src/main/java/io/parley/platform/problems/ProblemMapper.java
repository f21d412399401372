package io.parley.platform.problems;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.parley.platform.messaging.PublishFailed;
import io.parley.platform.requests.RequestIds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into problem details; what is not foreseen is logged here and told as a bare 500. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    /** A violation's path begins with the method of the endpoint and its parameter. */
    private static final int METHOD_AND_PARAMETER = 2;

    @ServerExceptionMapper
    Response problem(Problem problem, HttpServerRequest request) {
        Response.ResponseBuilder answer = answer(problem, request);
        if (problem.type().status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, HttpServerRequest request) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(ProblemMapper::mistake)
                .toList();
        return problem(ProblemType.INVALID_INPUT.problem(errors), request);
    }

    private static FieldError mistake(ConstraintViolation<?> violation) {
        return RequestParameters.named(violation)
                .map(name -> new FieldError(name, violation.getMessage()))
                .orElseGet(() -> InputMistakes.of(violation, METHOD_AND_PARAMETER));
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(JsonProcessingException failure, HttpServerRequest request) {
        return problem(ofJson(failure), request);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, HttpServerRequest request) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return malformed(json, request);
        }
        Response original = failure.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        String title = original.getStatusInfo().getReasonPhrase();
        String code = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return problem(new ProblemType(code, original.getStatus(), title).problem(), request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, HttpServerRequest request) {
        return answer(AccessProblems.UNAUTHORIZED.problem(), request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpServerRequest request) {
        return problem(AccessProblems.FORBIDDEN.problem(), request);
    }

    @ServerExceptionMapper
    Response notPublished(PublishFailed failure, HttpServerRequest request) {
        LOG.warnf("message=\"request refused, the broker did not take its event\" reason=%s", failure.reason());
        return problem(ProblemType.UNAVAILABLE.problem("Nothing was stored. Send it again."), request);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, HttpServerRequest request) {
        LOG.errorf(failure, "message=\"request failed\" method=%s path=%s", request.method(), request.path());
        return problem(AccessProblems.INTERNAL.problem(), request);
    }

    private static Response.ResponseBuilder answer(Problem problem, HttpServerRequest request) {
        return Response.status(problem.type().status())
                .type(MediaType.valueOf(ProblemBody.MEDIA_TYPE))
                .entity(problem.body(RequestIds.of(request)));
    }

    private static Problem ofJson(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return ProblemType.INVALID_INPUT.problem(List.of(InputMistakes.of(mapping)));
        }
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return ProblemType.MALFORMED.problem("not well-formed JSON" + where);
    }
}
