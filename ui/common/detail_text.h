// machineSentence(): the counter machine speaks English sentences; here they get the clerk's language.
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace parterre {

// The translated sentence when `detail` is one the machine is known to say; nothing for a mere seat, field or file.
std::optional<QString> machineSentence(const std::string& detail);

} // namespace parterre
