/**
 * YAML files as trees of texts that know their places, whatever the files mean.
 *
 * <p>The only package that sees SnakeYAML; beside it, it depends on problems alone. Nothing in a file makes an object of a
 * class that the file names.
 */
@NullMarked
package io.dockerops.engine.yaml.tree;

import org.jspecify.annotations.NullMarked;
