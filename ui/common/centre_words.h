// What the centre adds to an error code: its own words, in the language of the interface.
#pragma once

#include <QStringList>

#include <string>

namespace parterre {

// Labels, names and files come back as they are; phrases the counter knows are translated. A phrase it does not know is
// for whoever looks after the programs: it is shown where the interface is English, and goes to the log elsewhere,
// where the sentence of the error code says what happened.
QString centreWords(const std::string& detail);

// The phrases it knows, as the centre says them; "%1" stands for what differs each time.
QStringList centrePhrases();

} // namespace parterre
