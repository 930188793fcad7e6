/**
 * Makes the parts of the manual and of the editor's support that come from the words' own documentation.
 *
 * <p>It depends on the JDK's compiler and nothing else.
 */
@NullMarked
package io.dockerops.docs;

import org.jspecify.annotations.NullMarked;
