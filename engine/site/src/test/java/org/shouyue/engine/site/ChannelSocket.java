package org.shouyue.engine.site;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.nio.channels.SocketChannel;

/// A working socket over a channel: the platform's own cannot be made from outside it.
final class ChannelSocket extends SocketImpl {
  private final SocketChannel channel;

  ChannelSocket() {
    try {
      channel = SocketChannel.open();
      fd = new FileDescriptor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void create(boolean stream) {}

  @Override
  protected void connect(String host, int toPort) {
    throw new UnsupportedOperationException("by name: " + host);
  }

  @Override
  protected void connect(InetAddress toAddress, int toPort) throws IOException {
    connect(new InetSocketAddress(toAddress, toPort), 0);
  }

  @Override
  protected void connect(SocketAddress to, int timeout) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) to;
    address = remote.getAddress();
    port = remote.getPort();
    channel.connect(remote);
  }

  @Override
  protected InputStream getInputStream() throws IOException {
    return channel.socket().getInputStream();
  }

  @Override
  protected OutputStream getOutputStream() throws IOException {
    return channel.socket().getOutputStream();
  }

  @Override
  protected void close() throws IOException {
    channel.close();
  }

  @Override
  public void setOption(int option, Object value) throws SocketException {
    if (option == SocketOptions.SO_TIMEOUT) {
      channel.socket().setSoTimeout((Integer) value);
    }
  }

  @Override
  public Object getOption(int option) {
    return 0;
  }

  @Override
  protected int available() {
    return 0;
  }

  @Override
  protected void sendUrgentData(int data) {
    throw new UnsupportedOperationException("urgent data");
  }

  @Override
  protected void bind(InetAddress host, int atPort) {
    throw new UnsupportedOperationException("bind");
  }

  @Override
  protected void listen(int backlog) {
    throw new UnsupportedOperationException("listen");
  }

  @Override
  protected void accept(SocketImpl accepted) {
    throw new UnsupportedOperationException("accept");
  }
}
