package coop.laborfund.ledger.json;

import coop.laborfund.ledger.fund.FundState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.pcollections.TreePMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A fund's state as gzipped JSON, for snapshots. A snapshot is only a shortcut: of another {@link #REVISION} it is ignored and
 * the state folded from the events again, so its form needs no upcasters and may change freely.
 */
public final class StateJson {

    /** Counted up by hand when a part keeps its form but means something else. */
    private static final int MEANING = 2;

    /** The form of today: the meaning's number and a checksum of all components' names and types, so that no change slips by. */
    public static final String REVISION = MEANING + "-" + checksum(FundState.class);

    private static final JsonMapper MAPPER = CanonicalJson.mapper(
                    new SimpleModule("state").addDeserializer(TreePMap.class, new TreePMapDeserializer()))
            .build();

    private StateJson() {}

    public static byte[] write(FundState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(zipped, state);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The state that {@link #write} was given, of the same {@link #REVISION}. */
    public static FundState read(byte[] data) {
        try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(data))) {
            return MAPPER.readValue(zipped, FundState.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String checksum(Class<?> root) {
        Map<String, String> forms = new TreeMap<>();
        describe(root, forms);
        CRC32 sum = new CRC32();
        sum.update(forms.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static void describe(Type type, Map<String, String> forms) {
        if (type instanceof ParameterizedType generic) {
            describe(generic.getRawType(), forms);
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, forms);
            }
        } else if (type instanceof Class<?> part && part.isRecord() && !forms.containsKey(part.getName())) {
            StringBuilder form = new StringBuilder();
            forms.put(part.getName(), "");
            for (RecordComponent component : part.getRecordComponents()) {
                form.append(component.getName())
                        .append(':')
                        .append(component.getGenericType())
                        .append(' ');
                describe(component.getGenericType(), forms);
            }
            forms.put(part.getName(), form.toString());
        }
    }
}
