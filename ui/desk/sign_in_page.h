// SignInPage: who sells. Works with the line down for clerks who have signed in here before.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace parterre {

class SignInPage : public QFrame
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);
    void setCounterName(const QString& name);
    void setBusy(bool busy); // says how long it takes when it takes long
    void showProblem(const QString& sentence);
    void clearPassword();

Q_SIGNALS:
    void signInRequested(const QString& name, const QString& password);

private:
    void submit();
    void tellWait(); // each second of it
    QLabel* m_counter;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QLabel* m_problem;
    QLabel* m_wait;
    QPushButton* m_go;
    QTimer* m_second;
    int m_waited = 0; // seconds
};

} // namespace parterre
