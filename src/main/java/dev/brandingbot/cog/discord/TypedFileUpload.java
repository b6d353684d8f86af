package dev.brandingbot.cog.discord;

import java.io.ByteArrayInputStream;
import java.net.URLConnection;
import java.util.Optional;
import net.dv8tion.jda.api.utils.FileUpload;
import okhttp3.MediaType;
import okhttp3.MultipartBody;

/** An attachment that is sent with the content type that its name implies. JDA sends every file without a type. */
public final class TypedFileUpload extends FileUpload {
    private static final MediaType UNKNOWN = MediaType.get("application/octet-stream");

    private TypedFileUpload(byte[] bytes, String name) {
        super(new ByteArrayInputStream(bytes), name);
    }

    /** Makes an attachment. The extension of its name determines its content type. */
    public static FileUpload of(byte[] bytes, String name) {
        return new TypedFileUpload(bytes, name);
    }

    @Override
    public synchronized void addPart(MultipartBody.Builder builder, int index) {
        var type = Optional.ofNullable(URLConnection.guessContentTypeFromName(getName()))
                .map(MediaType::parse)
                .orElse(UNKNOWN);
        builder.addFormDataPart("files[" + index + "]", getName(), getRequestBody(type));
    }
}
