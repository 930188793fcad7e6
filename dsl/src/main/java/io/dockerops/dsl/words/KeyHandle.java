package io.dockerops.dsl.words;

import io.dockerops.engine.model.ProjectKey;

/**
 * Stands for the file of a key of the project, which is read, and made when there is none, when it is copied and not
 * before.
 *
 * @param key which key
 */
public record KeyHandle(ProjectKey key) {}
