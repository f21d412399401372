package io.parley.telemetry.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;

/** Goes through a request in Protobuf's binary form without making objects of it, and counts what would become many. */
final class ProtobufSize {

    /** As deep as Protobuf's own reader goes. */
    private static final int MOST_LEVELS = 100;

    private final CodedInputStream input;
    private final Size size = new Size();

    private ProtobufSize(CodedInputStream input) {
        this.input = input;
    }

    /** Fails with a 413 if there is too much of anything, with Protobuf's exception if the bytes are no such request. */
    static void require(byte[] body) throws IOException {
        new ProtobufSize(CodedInputStream.newInstance(body))
                .count(ExportTraceServiceRequest.getDescriptor(), MOST_LEVELS);
    }

    private void count(Descriptor message, int levels) throws IOException {
        if (levels == 0) {
            throw new InvalidProtocolBufferException("Messages are nested too deeply.");
        }
        for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
            FieldDescriptor field = message.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field == null) {
                input.skipField(tag);
            } else {
                add(field);
                descend(field, tag, levels);
            }
        }
    }

    private void add(FieldDescriptor field) {
        if (isSpan(field)) {
            size.addSpan();
        } else if (field.isRepeated()) {
            size.addPart();
        }
    }

    private static boolean isSpan(FieldDescriptor field) {
        return isMessage(field) && field.getMessageType().equals(Span.getDescriptor());
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }

    private void descend(FieldDescriptor field, int tag, int levels) throws IOException {
        if (!isMessage(field) || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            input.skipField(tag);
            return;
        }
        int outside = input.pushLimit(input.readRawVarint32());
        count(field.getMessageType(), levels - 1);
        input.checkLastTagWas(0);
        input.popLimit(outside);
    }
}
