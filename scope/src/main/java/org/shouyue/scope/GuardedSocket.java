package org.shouyue.scope;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;

/// A socket whose every read and write asks its guard first. TLS runs over these same streams, so a
/// handshake that drips is bounded as well. Goes directly: the proxy settings of the process would
/// lead round the checked address.
final class GuardedSocket extends Socket {
  private final Guard guard;

  GuardedSocket(Guard guard) {
    super(Proxy.NO_PROXY);
    this.guard = guard;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream());
  }

  private final class Input extends FilterInputStream {
    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int millis = guard.readMillis();
      try {
        setSoTimeout(millis);
        return in.read(into, offset, length);
      } catch (IOException e) {
        throw guard.explain(e);
      }
    }
  }

  private final class Output extends FilterOutputStream {
    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      guard.check();
      try {
        out.write(from, offset, length);
      } catch (IOException e) {
        throw guard.explain(e);
      }
    }
  }
}
