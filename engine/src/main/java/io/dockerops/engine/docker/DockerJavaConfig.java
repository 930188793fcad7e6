package io.dockerops.engine.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What docker-java's commands are told. Its own configuration would read property files and variables that Docker's
 * client does not know, and refuses image names that registries take.
 */
final class DockerJavaConfig implements DockerClientConfig {

    private final ApiVersion version;
    private final RegistryCredentials credentials;

    DockerJavaConfig(ApiVersion version, RegistryCredentials credentials) {
        this.version = version;
        this.credentials = credentials;
    }

    /** Never used: the transport knows where the engine is. */
    @Override
    public URI getDockerHost() {
        return URI.create("unix:///");
    }

    @Override
    public RemoteApiVersion getApiVersion() {
        return RemoteApiVersion.create(version.major(), version.minor());
    }

    @Override
    public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
        return authConfig(RegistryCredentials.registryOf(imageName));
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
        AuthConfigurations all = new AuthConfigurations();
        for (String registry : credentials.registries()) {
            AuthConfig config = authConfig(registry);
            if (config != null) {
                all.addConfig(config);
            }
        }
        return all;
    }

    private @Nullable AuthConfig authConfig(String registry) {
        RegistryCredentials.Login login = credentials.login(registry).orElse(null);
        if (login == null) {
            return null;
        }
        AuthConfig config = new AuthConfig().withRegistryAddress(registry);
        return login.user().isEmpty()
                ? config.withIdentityToken(login.secret())
                : config.withUsername(login.user()).withPassword(login.secret());
    }

    @Override
    public @Nullable String getRegistryUsername() {
        return null;
    }

    @Override
    public @Nullable String getRegistryPassword() {
        return null;
    }

    @Override
    public @Nullable String getRegistryEmail() {
        return null;
    }

    @Override
    public String getRegistryUrl() {
        return RegistryCredentials.DOCKER_HUB;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still has the type that it deprecates
    public @Nullable SSLConfig getSSLConfig() {
        return null;
    }
}
