#pragma once
// libxlsxwriter, the writer of workbooks (Debian's libxlsxwriter-dev).
#include <xlsxwriter.h>
