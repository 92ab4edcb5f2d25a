// The commands of parterre-server besides serve. Each prints what it did and answers the process's exit status.
#pragma once

#include <QString>
#include <QStringList>

namespace parterre {

// A ready venue from the built-in files or from `venueFile` (as resources/demo/venue.json); with `plan`, one event on
// that plan file as well, put first.
int demoData(const QString& data, const QString& venueFile, const QString& plan);
// The password comes from standard input, one line.
int addUser(const QString& data, const QString& name, const QString& role);
int enrolCounter(const QString& data, const QString& name);
int importPlan(const QString& data, const QString& file, const QString& venue);
int setReturns(const QString& data, const QString& event, const QString& hours); // beside a running server
int verifyData(const QString& data);
int backupData(const QString& data, const QString& file);  // beside a running server
int restoreData(const QString& data, const QString& file); // with no server running on `data`

// An on-sale played against a running server; the options with their own command line (rehearse --help).
int rehearse(const QStringList& arguments);

// Prints "parterre-server: sentence (detail)" to standard error; answers 1.
int failWith(const struct Error& error);
int failWith(const QString& sentence);

} // namespace parterre
