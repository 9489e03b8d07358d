/**
 * Reads template.yaml as CloudFormation and SAM would: tags, intrinsic functions, conditions, globals, dynamic
 * references. Knows what resources a template describes, not how anyone runs them.
 */
@NullMarked
package yunhe.testkit.template;

import org.jspecify.annotations.NullMarked;
