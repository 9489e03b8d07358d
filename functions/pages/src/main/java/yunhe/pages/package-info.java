/**
 * What people see: the pages in Chinese and English, their assets, QR codes and calendar entries. A library for every
 * function that answers with a page, and the handler of the pages that only show something. No decision about a place
 * or a person is made here.
 */
@NullMarked
package yunhe.pages;

import org.jspecify.annotations.NullMarked;
