// Bytes: encoded data everywhere above the domain. Implicitly shared, so handing it on costs nothing.
#pragma once

#include <QByteArray>

namespace parterre {

using Bytes = QByteArray;

} // namespace parterre
